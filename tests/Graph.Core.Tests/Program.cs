using Graph.Core;
using Graph.Core.Tests.Store;

// The test runner loads this assembly and does not come here. It is the process that GraphFileKillTests starts and kills:
// it writes two graphs in turn, and each step to stdout.
for (var i = 0; ; i++)
    GraphFile.Write(GraphFileKillTests.Build(i % 2), args[0], Console.WriteLine);
