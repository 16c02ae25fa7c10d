using Fachinfo.Commands;

HeapPages.Ask();
return CommandLine.Run(args, new Host { PutOffCollection = LateCollection.Begin, CollectAgain = LateCollection.End });
