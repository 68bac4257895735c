global using System.Collections.Immutable;
global using Graph.Core;
global using Graph.Query;
global using Graph.Testing;

// The tests share one server, and each of them its graphs.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
