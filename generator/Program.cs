using Fachinfo.Commands;

return CommandLine.Run(args, new Host { OwnsProcess = true });
