package org.preclaim.web;

import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The description of the calls, and the page on which to try them. */
@RestController
class ApiPages implements WebMvcConfigurer {

  private static final Resource DOCUMENT = new ClassPathResource("openapi.json");

  private final String swaggerUi;

  ApiPages(@Value("${preclaim.swagger-ui}") String swaggerUi) {
    this.swaggerUi = swaggerUi;
  }

  @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Resource> document() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(DOCUMENT);
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/", "/swagger-ui/index.html");
    registry.addRedirectViewController("/swagger-ui", "/swagger-ui/index.html");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/swagger-ui/assets/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/swagger-ui/" + swaggerUi + "/")
        .setCachePeriod((int) TimeUnit.DAYS.toSeconds(1));
  }
}
