import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { query, queryClient } from '../api.ts';
import { FirstFocus } from '../components/first-focus.tsx';
import type { Overview } from '../components/office-facts.tsx';
import { ErrorLine } from '../components/states.tsx';
import styles from './at-work.module.css';

/** Asks who is working: choose from the staff, or type a name that is new to the office. */
function AtWorkForm(props: { readonly overview: Overview; readonly onDone?: () => void }) {
  const [name, setName] = useState('');
  const begin = useMutation({
    ...query.office.begin.mutationOptions(),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      props.onDone?.();
    },
  });
  const staff = props.overview.staff.filter((member) => member.active);
  const choose = (chosen: string) => begin.mutate({ name: chosen });
  return (
    <div className={styles.form}>
      {staff.length > 0 && (
        <ul className={styles.staff} aria-label="工作人员">
          {staff.map((member, index) => (
            <li key={member.id}>
              <button
                type="button"
                className={styles.member}
                data-first-focus={index === 0 ? true : undefined}
                disabled={begin.isPending}
                // biome-ignore lint/a11y/noAutofocus: the only question on the screen
                autoFocus={index === 0}
                onClick={() => choose(member.name)}
              >
                <span className={styles.name}>{member.name}</span>
                {member.post !== null && <span className={styles.post}>{member.post}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        className={styles.other}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') {
            choose(name.trim());
          }
        }}
      >
        <label htmlFor="at-work-name">{staff.length > 0 ? '不在名单里，请写姓名' : '您的姓名'}</label>
        <div className={styles.row}>
          <Input
            id="at-work-name"
            value={name}
            maxLength={50}
            autoComplete="off"
            autoFocus={staff.length === 0}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="primary" htmlType="submit" loading={begin.isPending} disabled={name.trim() === ''}>
            开始工作
          </Button>
        </div>
      </form>
      <ErrorLine error={begin.error} />
    </div>
  );
}

/** The whole window, before anything else: the name is in everything that is recorded from now on. */
export function AtWorkScreen(props: { readonly overview: Overview }) {
  const { profile } = props.overview;
  return (
    <main className={styles.screen}>
      <div className={styles.card}>
        <img src="./icon.svg" alt="" width={44} height={44} />
        <h1>谁在工作？</h1>
        <p className={styles.why}>
          {profile.name !== null && <>{profile.name}。</>}姓名会记入每一步操作，便于日后核对。
        </p>
        <AtWorkForm overview={props.overview} />
      </div>
    </main>
  );
}

/** Another person takes over at the same machine. */
export function AtWorkDialog(props: {
  readonly overview: Overview;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Modal title="换人工作" open={props.open} onCancel={props.onClose} footer={null} destroyOnHidden>
      <FirstFocus />
      <AtWorkForm overview={props.overview} onDone={props.onClose} />
    </Modal>
  );
}
