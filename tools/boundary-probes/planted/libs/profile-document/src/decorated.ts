// breaks: no-server-code-in-the-browser
import { Injectable } from '@nestjs/common';

export const decorated = Injectable;
