import { DataSource } from 'typeorm';
import { UnitOfWork } from './unit-of-work';

/** Works on a database as the application, for a program without the rest of the API. @param url of `canar_app` */
export async function withUnitOfWork<T>(url: string, work: (unitOfWork: UnitOfWork) => Promise<T>): Promise<T> {
  const dataSource = new DataSource({ type: 'postgres', url, extra: { max: 2, pipeline: true } });
  await dataSource.initialize();
  try {
    return await work(new UnitOfWork(dataSource));
  } finally {
    await dataSource.destroy();
  }
}
