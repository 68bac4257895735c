return Graph.Cli.Commands.GraphProgram.Run(args, Graph.Cli.Commands.CommandHost.FromConsole());
