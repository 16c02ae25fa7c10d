using Fachinfo.Commands;

return CommandLine.Run(args, new Host());
