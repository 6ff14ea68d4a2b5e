import { Injectable } from '@nestjs/common';
import { OutgoingMessages } from '@athar/notifications';
import { Processes, type JobHandler, type JobPayloads } from '@athar/queue';

/** Sends one message. */
@Injectable()
@Processes('send-message')
export class SendMessageProcessor implements JobHandler<'send-message'> {
  constructor(private readonly messages: OutgoingMessages) {}

  async handle({ organisationId, messageId }: JobPayloads['send-message']): Promise<void> {
    await this.messages.send(organisationId, messageId);
  }
}
