package org.preclaim.web;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What Spring is told to assemble: this room, around the desk that it is handed. */
@SpringBootApplication(proxyBeanMethods = false)
class WebApplication {}
