export {
  answers,
  counts,
  dimensions,
  metricNamespace,
  routeClasses,
  statusClasses,
  states,
  type Count,
  type RouteClass,
  type State,
  type StatusClass,
} from './api-metrics';
