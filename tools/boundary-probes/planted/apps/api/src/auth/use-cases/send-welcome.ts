// breaks: nodemailer-behind-its-adapter
import * as vendor from 'nodemailer';

export const sendWelcome = vendor;
