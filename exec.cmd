@rem npm runs its scripts by cmd.exe here, which has no `exec`. On other systems the shell's own `exec` hands npm's signals to the program.
@%*
