import common from './te/common.json';
import site from './te/site.json';
import auth from './te/auth.json';
import problems from './te/problems.json';
import account from './te/account.json';
import credits from './te/credits.json';
import billing from './te/billing.json';
import profiles from './te/profiles.json';
import editor from './te/editor.json';
import settings from './te/settings.json';
import legal from './te/legal.json';
import changelog from './te/changelog.json';
import help from './te/help.json';
import start from './te/start.json';
import statistics from './te/statistics.json';
import operator from './te/operator.json';

/** The Telugu catalogue. */
export const te = {
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
