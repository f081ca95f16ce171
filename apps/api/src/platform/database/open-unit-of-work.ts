import { DataSource } from 'typeorm';
import { connectionTo, type DatabaseAddress } from './connection';
import { UnitOfWork } from './unit-of-work';

/** Works on a database as the application, for a program without the rest of the API. @param address of `canar_app` */
export async function withUnitOfWork<T>(
  address: DatabaseAddress,
  work: (unitOfWork: UnitOfWork) => Promise<T>,
): Promise<T> {
  const extra = { ...(await connectionTo(address)), max: 2, pipeline: true };
  const dataSource = new DataSource({ type: 'postgres', extra });
  await dataSource.initialize();
  try {
    return await work(new UnitOfWork(dataSource));
  } finally {
    await dataSource.destroy();
  }
}
