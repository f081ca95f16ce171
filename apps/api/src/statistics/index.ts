export { StatisticsModule } from './statistics.module';
export { countVisits } from './visit-reader';
