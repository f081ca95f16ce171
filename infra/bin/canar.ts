import { checkedApp, deployedIn } from '../lib/profile-service';

const app = checkedApp();
deployedIn(app);
app.synth();
