// breaks: nothing-imports-the-composition-root
import { AppModule } from '../app.module';

export const wholeProduct = AppModule;
