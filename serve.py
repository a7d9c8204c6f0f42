"""What `streamlit run` serves: the app of `app.py`.

A folder called `pages/` makes Streamlit expect its older way of several pages until `app.py` has
run once. Whoever then comes first by a link to a page is told that it does not exist.
"""

import streamlit as st
from starlette.middleware import Middleware

from ui.explanation import public
from ui.shared.delivery import ROUTES, OnTheWayOut
from ui.shared.serving import begin_serving, show_failure
from ui.shared.warming import warming
from ui.web import security_txt
from ui.web.guard import Guard
from ui.web.serving import hosts_in_force, proxies_in_force, refuse_unless_safe, secrets
from ui.web.streamlit_internals import prepare_server
from ui.web.visits import Visits

prepare_server()
refuse_unless_safe()
begin_serving()
app = st.App(
    "app.py",
    routes=[*ROUTES, *security_txt.ROUTES, *public.ROUTES],
    middleware=[
        Middleware(Guard, hosts=hosts_in_force(), proxies=proxies_in_force()),
        Middleware(Visits),
        Middleware(OnTheWayOut),
    ],
    secrets=secrets(),
    on_script_error=show_failure,
    lifespan=warming,
)
