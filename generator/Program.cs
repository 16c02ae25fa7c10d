using Fachinfo.Commands;
using Fachinfo.Pipelines;

// Beside the reading of the command line, which needs little memory and one processor.
_ = Task.Run(() =>
{
    HeapPages.Ask();
    if (CommandLine.Reads(args))
    {
        Rehearsal.Run();
    }
});
return CommandLine.Run(args, new Host { PutOffCollection = LateCollection.Begin, CollectAgain = LateCollection.End, CollectFreed = EarlyCollection.Run });
