import { Module } from '@nestjs/common';
import { CasesModule } from '@athar/cases';
import { PlacesModule } from '@athar/places';
import { RegistryModule } from '@athar/registry';
import { Boxes } from './boxes.js';
import { Finding } from './finding.js';
import { QuickFindController } from './quick-find.controller.js';

/** Quick-find looks through lists of several rooms. */
@Module({
  imports: [CasesModule, PlacesModule, RegistryModule],
  controllers: [QuickFindController],
  providers: [Boxes, Finding],
})
export class QuickFindModule {}
