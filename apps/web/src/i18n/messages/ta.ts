import common from './ta/common.json';
import site from './ta/site.json';
import auth from './ta/auth.json';
import problems from './ta/problems.json';
import account from './ta/account.json';
import credits from './ta/credits.json';
import billing from './ta/billing.json';
import profiles from './ta/profiles.json';
import editor from './ta/editor.json';
import settings from './ta/settings.json';
import legal from './ta/legal.json';
import changelog from './ta/changelog.json';
import help from './ta/help.json';
import start from './ta/start.json';
import statistics from './ta/statistics.json';
import operator from './ta/operator.json';

/** The Tamil catalogue. */
export const ta = {
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
