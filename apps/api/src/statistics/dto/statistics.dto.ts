import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Matches } from 'class-validator';
import { type Device, devices, type DownloadKind, visitKinds } from '../domain/visit';

const day = /^2\d{3}-\d{2}-\d{2}$/;
const message = '$property must be a day such as 2026-01-31';
const downloadKinds = visitKinds.filter((kind) => kind !== 'page');

/** Which days, at most 366. */
export class StatisticsQuery {
  @ApiPropertyOptional({ format: 'date', description: 'The first day, in UTC; by default 29 days before the last.' })
  @IsOptional()
  @Matches(day, { message })
  @IsISO8601({ strict: true }, { message })
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'The last day, in UTC; by default today.' })
  @IsOptional()
  @Matches(day, { message })
  @IsISO8601({ strict: true }, { message })
  to?: string;
}

/** Views of the page and downloads of its files. */
export class VisitTotals {
  @ApiProperty({ type: 'integer' })
  views!: number;

  @ApiProperty({ type: 'integer' })
  downloads!: number;
}

/** One day. */
export class DayStatistics extends VisitTotals {
  @ApiProperty({ format: 'date' })
  date!: string;
}

/** Views that came from one place. */
export class ReferrerStatistics {
  @ApiProperty({
    enum: ['host', 'direct', 'other'],
    description: 'direct: no referrer, or an unknown one; other: all hosts that are not listed.',
  })
  source!: 'host' | 'direct' | 'other';

  @ApiProperty({ type: String, nullable: true })
  host!: string | null;

  @ApiProperty({ type: 'integer' })
  views!: number;
}

/** Views with one class of device. */
export class DeviceStatistics {
  @ApiProperty({ enum: devices })
  device!: Device;

  @ApiProperty({ type: 'integer' })
  views!: number;
}

/** Downloads of one kind. */
export class DownloadStatistics {
  @ApiProperty({ enum: downloadKinds, description: 'cv is the file that the owner has uploaded.' })
  kind!: DownloadKind;

  @ApiProperty({ type: 'integer' })
  count!: number;
}

/** What came of one share link. */
export class LinkStatistics extends VisitTotals {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  label!: string;

  @ApiProperty()
  revoked!: boolean;
}

/** How a profile did over some days. Bots, prefetches and the owner's own visits are not counted. */
export class Statistics {
  @ApiProperty({ format: 'date' })
  from!: string;

  @ApiProperty({ format: 'date' })
  to!: string;

  @ApiProperty({ type: VisitTotals })
  totals!: VisitTotals;

  @ApiProperty({ type: [DayStatistics], description: 'Every day, in order.' })
  days!: DayStatistics[];

  @ApiProperty({ type: [ReferrerStatistics], description: 'Most views first, at most a hundred hosts.' })
  referrers!: ReferrerStatistics[];

  @ApiProperty({ type: [DeviceStatistics] })
  devices!: DeviceStatistics[];

  @ApiProperty({ type: [DownloadStatistics] })
  downloads!: DownloadStatistics[];

  @ApiProperty({ type: [LinkStatistics], description: 'Most views first; also links that were revoked.' })
  links!: LinkStatistics[];
}
