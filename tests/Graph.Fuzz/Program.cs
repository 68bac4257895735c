using Graph.Fuzz.Running;

return FuzzProgram.Run(args);
