import { checkedApp, ProfileService } from '../lib/profile-service';
import { stages } from '../lib/stages';

const app = checkedApp();
for (const stage of stages) new ProfileService(app, stage);
app.synth();
