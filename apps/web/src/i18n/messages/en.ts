import common from './en/common.json';
import site from './en/site.json';
import auth from './en/auth.json';
import problems from './en/problems.json';
import account from './en/account.json';
import credits from './en/credits.json';
import billing from './en/billing.json';
import profiles from './en/profiles.json';
import editor from './en/editor.json';
import settings from './en/settings.json';
import legal from './en/legal.json';
import changelog from './en/changelog.json';
import help from './en/help.json';
import start from './en/start.json';
import statistics from './en/statistics.json';
import operator from './en/operator.json';

/** The English catalogue. */
export const en = {
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
