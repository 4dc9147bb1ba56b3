package org.preclaim.web.metrics;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the log say in few words that spans are lost. */
@Configuration(proxyBeanMethods = false)
class Traces {

  @Bean
  SpanExporters spanExporters(ObjectProvider<SpanExporter> exporters) {
    return SpanExporters.of(
        exporters.orderedStream().map(each -> new LostSpans(each, System::nanoTime)).toList());
  }
}
