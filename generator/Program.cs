using Fachinfo.Commands;

// Beside the reading of the command line, which needs little memory.
_ = Task.Run(HeapPages.Ask);
return CommandLine.Run(args, new Host { PutOffCollection = LateCollection.Begin, CollectAgain = LateCollection.End });
