global using System.Collections.Immutable;
global using Graph.Core;
global using Properties = System.Collections.Immutable.ImmutableArray<System.Collections.Generic.KeyValuePair<string, Graph.Core.Value>>;
