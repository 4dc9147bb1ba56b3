// Shows the description that this service gives of itself; nothing is fetched from elsewhere.
window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "/v3/api-docs",
    dom_id: "#page",
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
    // Of a person who logged in: shows that the request comes from this page.
    requestInterceptor: (request) => {
      const cookie = document.cookie.split("; ").find((each) => each.startsWith("XSRF-TOKEN="));
      if (cookie) {
        request.headers["X-XSRF-TOKEN"] = decodeURIComponent(cookie.split("=")[1]);
      }
      return request;
    },
  });
});
