import { folderSize } from './folder-size.mjs';

/** Custom ESLint rules, for what no stock rule checks. */
export const canar = {
  meta: { name: 'canar' },
  rules: { 'folder-size': folderSize },
};
