import common from './gu/common.json';
import site from './gu/site.json';
import auth from './gu/auth.json';
import problems from './gu/problems.json';
import account from './gu/account.json';
import credits from './gu/credits.json';
import billing from './gu/billing.json';
import profiles from './gu/profiles.json';
import editor from './gu/editor.json';
import settings from './gu/settings.json';
import legal from './gu/legal.json';
import changelog from './gu/changelog.json';
import help from './gu/help.json';
import start from './gu/start.json';
import statistics from './gu/statistics.json';
import operator from './gu/operator.json';

/** The Gujarati catalogue. */
export const gu = {
  common,
  site,
  auth,
  problems,
  account,
  credits,
  billing,
  profiles,
  editor,
  settings,
  legal,
  changelog,
  help,
  start,
  statistics,
  operator,
};
