// Shows the description that this service gives of itself; nothing is fetched from elsewhere.
window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "/v3/api-docs",
    dom_id: "#page",
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
  });
});
