using Graph.Oracle;

return OracleProgram.Run(args);
