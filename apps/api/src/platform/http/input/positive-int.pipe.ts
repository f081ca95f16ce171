import { Injectable, type PipeTransform } from '@nestjs/common';
import { invalidRequest } from '../../errors/problem';

/** The largest number that a column of type integer holds. */
const maxInteger = 2_147_483_647;

/** Reads a parameter that is a whole number from 1 to 2,147,483,647. */
@Injectable()
export class PositiveIntPipe implements PipeTransform<string, number> {
  /** @throws {DomainError} `request.invalid` */
  transform(text: string): number {
    const number = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Infinity;
    if (number > maxInteger) throw invalidRequest('The number in the path is not a whole number from 1 on.');
    return number;
  }
}
