import { configure } from '@testing-library/react';

// A busy machine needs longer than the usual second; only a failing test waits this long.
configure({ asyncUtilTimeout: 60_000 });
