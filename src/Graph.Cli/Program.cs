return Graph.Cli.Commands.GraphProgram.Run(args, Graph.Cli.Sessions.CommandHost.FromConsole());
