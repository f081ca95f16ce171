// breaks: tables-stay-in-persistence
import type { DataSource } from 'typeorm';

export const countEntries = (database: DataSource) => database.query('select count(*) from credits.entries');
