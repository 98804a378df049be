import { lazy, Suspense } from "preact/compat";
import { AddArticles } from "./articles/add-articles.js";
import { ArticleReader } from "./evidence/article-reader.js";
import { Panel } from "./evidence/panel.js";
import { FilterRail } from "./filters/filter-rail.js";
import { GraphCanvas } from "./graph/graph-canvas.js";
import { GraphTable } from "./graph/graph-table.js";
import { Legend } from "./graph/legend.js";
import { view } from "./state/view.js";
import { Timeline } from "./time/timeline.js";
import { Loading } from "./ui/states.js";
import { TopBar } from "./ui/top-bar.js";

/** Neo4j's parser is heavy; it loads when its tab opens. */
const CypherTab = lazy(() => import("./cypher/cypher-tab.js").then((module) => module.CypherTab));

/** The page: a bar, the tab that is open, and the article on top where one is open. */
export function App() {
  const { tab, article } = view.value;
  return (
    <div class="app">
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <TopBar />
      <main id="main" class={`tab-${tab}`}>
        {(tab === "graph" || tab === "table") && (
          <>
            <FilterRail />
            <div class="stage">
              {tab === "graph" ? <GraphCanvas /> : <GraphTable />}
              {tab === "graph" && <Legend />}
              <Timeline />
            </div>
            <Panel />
          </>
        )}
        {tab === "cypher" && (
          <Suspense fallback={<Loading what="the Cypher editor" />}>
            <CypherTab />
          </Suspense>
        )}
        {tab === "articles" && <AddArticles />}
      </main>
      {article !== null && <ArticleReader id={article} />}
    </div>
  );
}
