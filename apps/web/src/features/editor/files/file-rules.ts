import { ApiProblem } from '@/lib/api/problem';

/** The media types of photos and of CVs, as browsers name them. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'];
export const cvTypes = ['application/pdf'];

const maxFileBytes = 10 * 1024 * 1024;

/** Why a file would be rejected, as far as that shows before it is sent; the server examines its bytes. */
export function rejectionOf(file: File, types: readonly string[]): ApiProblem | null {
  if (!types.includes(file.type)) return new ApiProblem(415, 'file.type');
  return file.size > maxFileBytes ? new ApiProblem(413, 'file.too-large') : null;
}
