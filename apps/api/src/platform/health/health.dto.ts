import { ApiProperty } from '@nestjs/swagger';

/** The body that load balancers and operators rely on. */
export class HealthStatus {
  @ApiProperty({ enum: [true] })
  success!: true;

  @ApiProperty({ enum: ['jwt', 'session', 'hybrid'] })
  strategy!: string;

  @ApiProperty({ enum: ['development', 'test', 'production'] })
  environment!: string;

  @ApiProperty({ format: 'date-time' })
  timestamp!: string;
}

/** Whether the process can serve, and what it cannot reach. */
export class ReadinessStatus {
  @ApiProperty()
  ready!: boolean;

  @ApiProperty({ type: [String], description: 'The parts that cannot be reached.' })
  unreachable!: string[];
}
