import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import { TaskReading, TaskWork, type TaskView } from '@athar/cases';
import type { Page } from '@athar/persistence';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, IfMatch, id } from '../http/index.js';
import { newTask, task, taskEnd, taskPlan, tasksPage, tasksQuery } from './tasks.dto.js';

/** What is to be done for a case, by whom, until when: calls above all. */
@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly work: TaskWork,
    private readonly reading: TaskReading,
  ) {}

  @Get()
  @DescribeRoute({
    summary: 'Tasks, the first due first',
    description: 'For caseworkers and coordinators: mine or all, due by a day. Recorded.',
    answers: tasksPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: tasksQuery }) query: z.output<typeof tasksQuery>,
  ): Promise<Page<TaskView>> {
    const { mine, assignedTo, ...filter } = query;
    const member = mine === 'true' ? actor.memberId : assignedTo;
    return this.reading.list(actor, { ...filter, assignedTo: member });
  }

  @Post()
  @DescribeRoute({
    summary: 'Plan a task',
    description: 'For caseworkers and coordinators.',
    status: 201,
    answers: task,
    errors: [404],
    idempotent: true,
  })
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: newTask }) body: z.output<typeof newTask>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TaskView> {
    const view = await this.work.create(actor, body, idempotent);
    response.location(`/api/tasks/${view.id}`);
    return view;
  }

  @Get(':id')
  @DescribeRoute({
    summary: 'One task with the relative to be called',
    description: 'For caseworkers and coordinators. Recorded. The ETag is what a change needs.',
    answers: task,
    errors: [404],
  })
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) taskId: string,
  ): Promise<TaskView> {
    return this.reading.get(actor, taskId);
  }

  @Put(':id')
  @DescribeRoute({
    summary: 'Change day, member or note of an open task',
    description: 'For caseworkers and coordinators. Send all three; a note left out is removed.',
    answers: task,
    errors: [404, 409],
    conditional: true,
  })
  plan(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) taskId: string,
    @IfMatch() expectedVersion: number,
    @Body({ schema: taskPlan }) body: z.output<typeof taskPlan>,
  ): Promise<TaskView> {
    return this.work.plan(actor, { id: taskId, expectedVersion }, body);
  }

  @Post(':id/end')
  @HttpCode(200)
  @DescribeRoute({
    summary: 'End an open task: done or cancelled',
    description: 'For caseworkers and coordinators. The outcome is kept sealed, for colleagues.',
    answers: task,
    errors: [404, 409],
    conditional: true,
  })
  end(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) taskId: string,
    @IfMatch() expectedVersion: number,
    @Body({ schema: taskEnd }) body: z.output<typeof taskEnd>,
  ): Promise<TaskView> {
    return this.work.end(actor, { id: taskId, expectedVersion }, body);
  }
}
