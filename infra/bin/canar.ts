import { accountStack, checkedApp, ProfileService } from '../lib/profile-service';
import { stages } from '../lib/stages';

const app = checkedApp();
const account = accountStack(app);
for (const stage of stages) new ProfileService(app, stage, account);
app.synth();
