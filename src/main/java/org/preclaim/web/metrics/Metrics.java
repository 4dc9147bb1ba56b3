package org.preclaim.web.metrics;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets meters look at the state of the service from time to time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Metrics {}
