export {
  requestMetrics,
  counters,
  dimensions,
  metricNamespace,
  routeClasses,
  statusClasses,
  gauges,
  type Counter,
  type RouteClass,
  type Gauge,
  type StatusClass,
} from './api-metrics';
