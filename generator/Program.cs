using Fachinfo.Commands;

_ = Task.Run(HeapPages.Ask);
return CommandLine.Run(args, new Host { PutOffCollection = LateCollection.Begin, CollectAgain = LateCollection.End });
