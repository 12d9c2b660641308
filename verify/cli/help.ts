export const help = `Replays the book's commands and compares what they print. The last line counts: N passed, N failed, N skipped.

  npm run verify                                  every transcript, on every target that can be had
  npm run verify -- namespaces                    a chapter
  npm run verify -- namespaces/process-1          a transcript
  npm run verify -- path/to/any.transcript        a file anywhere, or a folder of them
  npm run verify -- enter namespaces/process-1    a shell in the transcript's sandbox

  --target host|vm|k3s|auto   where (auto: every target that a transcript names and this machine has)
  --record                    keep the proof of what passed; a record that says the same stays as it is
  --refresh                   --record, and renew dates and timings
  --shard i/n                 every n-th transcript, beginning with the i-th
  --jobs n                    so many at a time (as many as there are processors)
  --bail                      start no more after the first failure
  --keep                      leave the sandboxes, and say how to enter them
  --json FILE, --junit FILE   the results for other programs
  --kubeconfig FILE --yes-this-cluster-is-disposable
                              k3s: a cluster that exists (kind, k3d, a lab), instead of one of its own
  --list                      what there is, and run nothing
  --offline                   match the records again, without a machine
  --mutate                    change the recorded outputs, and list what would not be noticed

NODEBOOK_REQUIRE=host,vm      a target that is missing is a failure, not a skip
NODEBOOK_DISPOSABLE=1         this machine may be broken: allows "needs: host-root"

Exit code, the first that applies: 2 the call or a transcript is wrong, 1 something differs or is left over,
3 nothing could be run or a target asked for is missing, 0.`
