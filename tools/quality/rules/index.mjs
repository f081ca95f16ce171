import { folderSize } from './folder-size.mjs';

/** Custom ESLint rules: what no stock rule says. */
export const canar = {
  meta: { name: 'canar' },
  rules: { 'folder-size': folderSize },
};
